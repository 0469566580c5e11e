/** Where one tap on a piece of news leads; undefined where there is nothing to open. */
export function pathOf(
  subject: { readonly kind: string; readonly id: string } | null,
  office: boolean,
): string | undefined {
  if (!subject) return undefined
  switch (subject.kind) {
    case 'task':
      return `/tasks/${subject.id}`
    case 'assignment':
      // A part has no address of its own: it stands among what waits for the reader.
      return office ? '/' : '/tasks/mine'
    case 'changeRequest':
      return '/tasks/requests'
    case 'reportingRun':
      return `/tasks/runs/${subject.id}`
    case 'campaign':
      return `/campaigns/${subject.id}`
    case 'plan':
      return `/plans/${subject.id}`
    default:
      return undefined
  }
}
