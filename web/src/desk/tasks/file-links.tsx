import { sizeText } from '../../ui/day.ts'

interface FileLinksProps {
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[]
}

/** Attachments, always as downloads. */
export function FileLinks({ files }: FileLinksProps) {
  if (files.length === 0) return null
  return (
    <ul className="plain small">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} download>
            {file.name}
          </a>{' '}
          <span className="quiet">{sizeText(file.bytes)}</span>
        </li>
      ))}
    </ul>
  )
}
