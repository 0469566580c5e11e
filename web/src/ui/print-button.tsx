import Button from 'antd/es/button'

/** Prints what is on the page in its clean form. */
export function PrintButton({ label = '打印' }: { label?: string }) {
  return <Button onClick={() => window.print()}>{label}</Button>
}
