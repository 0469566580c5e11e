import { Link } from '@tanstack/react-router'
import { signOut } from '@yingshang/core/units/access-contract'
import Button from 'antd/es/button'
import Popover from 'antd/es/popover'
import { useState } from 'react'
import { roleNames } from '@yingshang/core/units/labels.zh'
import { useCommand } from '../../api/use-command.ts'
import { leaveDesk } from '../units/leave-desk.ts'
import { setLargeType, useLargeType } from '../../ui/screen.ts'
import { useSession } from './session.tsx'

/** Name and posts; opens what concerns the person. */
export function PersonMenu() {
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <ul className="drawer-list" style={{ width: '17rem' }}>
          <PersonActions done={() => setOpen(false)} />
        </ul>
      }
    >
      <Button aria-haspopup="true" aria-expanded={open}>
        {me.name}
      </Button>
    </Popover>
  )
}

/** Posts, other campaigns, large type, signing out. Also the lower half of the phone's drawer. */
export function PersonActions({ done }: { done: () => void }) {
  const { me, campaigns, campaign, chooseCampaign } = useSession()
  const large = useLargeType()
  const leave = useCommand(signOut)
  const signOutNow = async () => {
    if ((await leave.send({})) !== undefined) leaveDesk()
  }
  return (
    <>
      <li className="small quiet" style={{ padding: '8px 0' }}>
        {[...new Set(me.posts.map((post) => roleNames[post.role]))].join('、') || '目前没有岗位'}
      </li>
      {campaigns.length > 1 &&
        campaigns
          .filter((one) => one.id !== campaign?.id)
          .map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="bare"
                onClick={() => {
                  chooseCampaign(one.id)
                  done()
                }}
              >
                转到：{one.name}
              </button>
            </li>
          ))}
      <li>
        <Link to="/me" onClick={done}>
          我的岗位和登录
        </Link>
      </li>
      <li>
        <button type="button" className="bare" aria-pressed={large} onClick={() => setLargeType(!large)}>
          {large ? '用普通字号' : '用大字号'}
        </button>
      </li>
      <li>
        <button type="button" className="bare" disabled={leave.busy} onClick={() => void signOutNow()}>
          退出登录
        </button>
      </li>
    </>
  )
}
