import { html } from '../../platform/http/html.ts'
import { countyPage } from '../../platform/portal/frame.ts'

export const doorRemarks = {
  unknown: '没有这个回执码。请对照您抄下的 16 位数字，一位一位再核对一遍。',
  slip: '回执码是 16 位数字，这一串有一位不对。请再核对一遍。',
  busy: '现在查的人很多，请过一分钟再试。',
  ended: '为了安全，页面打开半小时后要重新输入回执码。',
  left: '已经退出。',
} as const
export type DoorRemark = keyof typeof doorRemarks

/** 查进度: the door to the receipt page. The code goes in the body of a form, never in an address. */
export function doorPage(remark?: DoorRemark): string {
  const body = html`<h1>查进度</h1>
    ${remark ? html`<p class="notice" role="alert">${doorRemarks[remark]}</p>` : ''}
    <form method="post" action="/receipt" autocomplete="off">
      <div class="field">
        <label for="code">回执码</label>
        <span class="hint" id="code-hint">16 位数字，中间的空格可以不输。</span>
        <input
          type="text"
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="off"
          maxlength="40"
          required
          aria-describedby="code-hint"
        />
      </div>
      <p><button type="submit">查看</button></p>
    </form>
    <h2>回执码丢了怎么办</h2>
    <p>
      留了姓名的，请带身份证件到营商办，核实后重新开一个，旧的作废。没有留姓名的，我们也不知道哪一件是您的，可以重新反映。
    </p>
    <h2>收到的是“接管码”</h2>
    <p>打电话或者当面反映的，工作人员会给您一个一次性的接管码，也在这里输入。</p>`
  return countyPage('查进度', body)
}
