import { casePage } from '@yingshang/core/cases/contract'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'

export type ShownCase = z.output<typeof casePage.reply>

export function useCase(caseId: string) {
  return useRead(casePage, { params: { caseId } })
}
