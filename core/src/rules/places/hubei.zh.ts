import { saidIn, working, type PlaceRules } from './place.ts'

const province = '鄂政办发〔2020〕66号'
const tianmen = '天门市2021年规定（依鄂政办发〔2020〕66号）'

/**
 * Hubei 2020: three working days to decide on acceptance, with reasons when refused; fifteen to handle; five from the
 * result to the telling; who stays dissatisfied is visited and the matter supervised. What may be brought in and by whom is
 * from the rules of Tianmen under it: nobody without a name.
 */
export const hubei: PlaceRules = {
  code: 'hubei-2020',
  name: '湖北省（2020年）',
  settings: [
    ...saidIn(province, {
      'complaint.triage': working(3),
      'complaint.refusalTold': true,
      'complaint.handle': working(15),
      'complaint.feedback': working(5),
      'complaint.feedbackStarts': 'resultReported',
      'complaint.dissatisfactionReasons': [
        { code: 'notSolved', name: '问题没有解决', leadsTo: 'callBack' },
        { code: 'notExplained', name: '没有说清楚', leadsTo: 'callBack' },
        { code: 'slow', name: '办得太慢', leadsTo: 'callBack' },
        { code: 'attitude', name: '态度不好', leadsTo: 'callBack' },
      ],
    }),
    ...saidIn(tianmen, {
      'complaint.anonymity': 'refuse',
      'complaint.requiredFields': ['object', 'facts', 'evidence', 'name', 'address', 'contact', 'seal'],
      'complaint.refuseGrounds': [
        { code: 'civil', name: '属于民事纠纷' },
        { code: 'scope', name: '不在受理范围' },
        { code: 'procedure', name: '行政复议、诉讼、纪检监察已经受理' },
        { code: 'arbitration', name: '已经申请仲裁' },
      ],
    }),
  ],
}
