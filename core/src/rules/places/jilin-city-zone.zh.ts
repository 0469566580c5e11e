import { calendar, saidIn, type PlaceRules } from './place.ts'

/**
 * Jilin City's economic zone 2022: the period goes by difficulty and is printed in days 日, not working days; a longer one
 * needs the leader in charge. Object, claim and facts have to be given.
 */
export const jilinCityZone: PlaceRules = {
  code: 'jilin-city-zone-2022',
  name: '吉林市经济开发区（2022年）',
  settings: saidIn('吉林市经济开发区2022年规定', {
    'complaint.requiredFields': ['object', 'claim', 'facts'],
    'complaint.handle': calendar(15),
    'complaint.tiers': [
      { code: 'general', name: '一般', period: calendar(15) },
      { code: 'complex', name: '较复杂', period: calendar(30) },
      { code: 'major', name: '重大', period: calendar(60) },
    ],
    'complaint.extensionApprover': 'leader',
  }),
}
