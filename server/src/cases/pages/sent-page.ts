import { shownReceiptCode } from '@yingshang/core/vault/receipt-code'
import { html } from '../../platform/http/html.ts'
import { countyPage } from '../../platform/portal/frame.ts'

/** 已收到: the receipt code, once, large; nothing of the content, so that the slip gives nothing away. */
export function sentPage(sent: {
  readonly code: string
  readonly on: string
  readonly conduct: boolean
  /** A code from staff was turned into the submitter's own. */
  readonly takenOver?: boolean
  readonly nonce: string
}): string {
  const shown = shownReceiptCode(sent.code)
  const body = html`<h1>${sent.takenOver ? '换好了' : '收到了'}</h1>
    <div class="confirmed">
      <p>您的回执码</p>
      <p class="receipt" id="receipt-code">${shown}</p>
      <p>请现在就抄下来、拍下来或者打印。查进度、收答复、说满意不满意，都要用它。</p>
      <p class="no-print only-script" hidden>
        <button type="button" class="second" data-copy="${sent.code}">复制回执码</button>
      </p>
    </div>
    <p>${sent.takenOver ? '换领' : '提交'}日期：${sent.on}</p>
    ${sent.takenOver ? html`<p>工作人员给您的接管码已经作废，以后只用上面这个回执码，别人都不知道它。</p>` : ''}
    ${
      sent.conduct
        ? html`<p>您说的是某个工作人员或者单位自己的问题，这份内容只交给了纪检监察机关。被反映的单位和人看不到。</p>`
        : html`<p>营商办会先看是否受理，再交给有关单位办理，核查以后把结果告诉您。每一步的日期，凭回执码都能看到。</p>`
    }
    <ul>
      <li>没有留姓名的，回执码丢了就找不回来。</li>
      <li>留了姓名的，可以带身份证件到营商办核实后重新开回执。</li>
      <li>不要把回执码告诉被反映的单位。</li>
    </ul>
    <form method="post" action="/receipt" class="no-print">
      <input type="hidden" name="code" value="${sent.code}" />
      <p><button type="submit">我已经记下，去看进度</button></p>
    </form>
    <p class="no-print"><a href="/">回到首页</a></p>`
  return countyPage(sent.takenOver ? '换好了' : '收到了', body, sent.nonce)
}
