import { useEffect, useState } from 'react'

/** A value once it has stood still for a moment: while somebody types, nothing is asked. */
export function useSettled<Value>(value: Value, milliseconds = 350): Value {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
    // The value is made anew on every render; what it says is its text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, milliseconds])
  return settled
}
