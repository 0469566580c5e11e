/** How many things wait for this person, by place. Capabilities that count are added here. */
export function useWaiting(): Readonly<Record<string, number>> {
  return nothing
}

const nothing: Readonly<Record<string, number>> = {}
