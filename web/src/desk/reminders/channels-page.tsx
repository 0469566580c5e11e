import { readChannels } from '@yingshang/core/reminders/contract'
import { useRead } from '../../api/use-read.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { MailForm } from './mail-form.tsx'
import { ReminderTabs } from './reminder-tabs.tsx'
import { Robots } from './robots.tsx'
import { SendingForm } from './sending-form.tsx'

/** Through which channels people are reached; secrets go in and are never shown again. */
export function ChannelsPage() {
  const settings = useRead(readChannels)
  return (
    <Page title="渠道设置" state="没有设置邮件和群机器人时，要办的事进电话催办清单。">
      <ReminderTabs here="/channels" />
      <Loaded query={settings}>
        {(found) => (
          <>
            <Section title="电子邮件">
              <MailForm key={`mail-${found.version}`} settings={found} />
            </Section>
            <Section title="群机器人">
              <Robots settings={found} />
            </Section>
            <Section title="怎么发">
              <SendingForm key={`sending-${found.version}`} settings={found} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
