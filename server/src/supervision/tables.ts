import type { Tip } from '@yingshang/core/supervision/tip-state'
import type { Table } from '../platform/ledger/table.ts'

export const tipTable: Table<Tip> = {
  name: 'app.tip',
  stream: 'tip',
  columns: ['division', 'year', 'serial', 'status', 'received_on', 'vault_id', 'message_waiting', 'closed_on'],
  row(state) {
    if (state.kind === 'none') throw new Error('a tip that was never received has no row')
    const { facts, waiting } = state.file
    return {
      division: facts.division,
      ...numberParts(facts.number),
      status: state.kind,
      received_on: facts.receivedOn,
      vault_id: facts.vaultId,
      message_waiting: waiting,
      closed_on: state.kind === 'received' || state.kind === 'examining' ? null : state.on,
    }
  },
}

/** `320724-2022-J00012`: division, year, place in the year among the tips. */
function numberParts(number: string): { year: number; serial: number } {
  const [, year, serial] = number.split('-')
  return { year: Number(year), serial: Number(serial!.slice(1)) }
}

export function tipNumber(division: string, year: number, serial: number): string {
  return `${division}-${year}-J${String(serial).padStart(5, '0')}`
}
