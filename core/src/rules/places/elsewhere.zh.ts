import { calendar, saidIn, working, type PlaceRules } from './place.ts'

/** Rules of which only some numbers are known: their clocks count, the rest is 本办自定. */
export const elsewhere: readonly PlaceRules[] = [
  {
    code: 'fuling-2024',
    name: '重庆市涪陵区（2024年）',
    settings: saidIn('重庆市涪陵区2024年规定', {
      'complaint.triage': working(2),
      'complaint.handle': working(5),
      'complaint.feedback': working(5),
    }),
  },
  {
    code: 'jinan-2022',
    name: '济南市（2022年）',
    settings: saidIn('济南市优化营商环境条例（2022）第六十二条', {
      'complaint.handle': working(5),
      'complaint.extension': working(10),
      'complaint.extensionGrants': 1,
      'complaint.extensionApprover': 'unitHead',
    }),
  },
  {
    code: 'samr-2022',
    name: '市场监管投诉举报（2022年）',
    settings: saidIn('市场监管投诉举报规定（2022年文本）', {
      'complaint.triage': working(7),
      'complaint.handleStarts': 'accepted',
      'complaint.handle': working(45),
      // The report of an offence 举报 is checked in fifteen working days and, where needed, fifteen more.
      'complaint.tiers': [
        { code: 'complaint', name: '投诉调解', period: working(45) },
        { code: 'clue', name: '举报核查', period: working(15) },
      ],
      'complaint.extension': working(15),
      'complaint.feedback': working(7),
    }),
  },
  {
    code: 'henan-2020',
    name: '河南省（2020年）',
    settings: saidIn('河南省优化营商环境条例（2020）', {
      'complaint.triage': calendar(5),
      'complaint.handle': calendar(30),
      'complaint.extension': calendar(30),
      'complaint.extensionGrants': 1,
      'complaint.extensionApprover': 'unitHead',
    }),
  },
  {
    code: 'shandong-2020',
    name: '山东省企业诉求接诉即办（2020年）',
    settings: saidIn('山东省企业诉求接诉即办2020年规定', {
      'complaint.triage': working(1),
      'complaint.handle': working(15),
      'complaint.tiers': [
        { code: 'general', name: '一般事项', period: working(15) },
        { code: 'complex', name: '多层级复杂事项', period: working(30) },
      ],
    }),
  },
  {
    code: 'shandong-hotline-2017',
    name: '山东省政务热线（2017年）',
    settings: saidIn('山东省政务热线2017年规定', {
      'complaint.handle': working(15),
      'complaint.extension': working(7),
      alert: {
        blue: { percentLeft: null, workingDaysLeft: null },
        yellow: { percentLeft: null, workingDaysLeft: 1 },
      },
    }),
  },
  {
    code: 'shaanxi-2025',
    name: '陕西省（2025年）',
    settings: saidIn('陕西省2025年规定', {
      'complaint.handle': working(7),
      'complaint.tiers': [
        { code: 'general', name: '一般', period: working(7) },
        { code: 'complex', name: '复杂', period: calendar(30) },
      ],
    }),
  },
  {
    code: 'puyang-hotline',
    name: '濮阳市12345营商专线',
    settings: saidIn('濮阳市12345营商专线规定', { 'complaint.declineWindow': working(2) }),
  },
  {
    code: 'foreign-investment-2020',
    name: '外商投资企业投诉（2020年）',
    settings: saidIn('外商投资企业投诉工作办法（2020）', {
      'complaint.triage': working(7),
      'complaint.handleStarts': 'accepted',
      'complaint.handle': working(60),
    }),
  },
]
