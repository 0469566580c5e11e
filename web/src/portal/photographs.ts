/** Longest side in pixels after shrinking: a printed page stays readable. */
const longestSide = 2000
const worthShrinking = 1_000_000

/** Photographs are made smaller before they leave the telephone; whatever cannot be read goes as it is. */
export function shrinkPhotographs(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  input?.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    void Promise.all(files.map(shrunk)).then((smaller) => {
      const list = new DataTransfer()
      for (const file of smaller) list.items.add(file)
      input.files = list.files
    })
  })
}

async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < worthShrinking) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? new File([blob], '照片.jpg', { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
