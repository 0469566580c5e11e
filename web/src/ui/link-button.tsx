import { createLink } from '@tanstack/react-router'
import Button, { type ButtonProps } from 'antd/es/button'

interface LookProps extends Pick<ButtonProps, 'children' | 'className'> {
  readonly primary?: boolean
  readonly href?: string
}

/** A link that looks like a button: one element, one tab stop, and it opens in a new tab like any link. */
export const LinkButton = createLink(({ primary = false, href = '', ...others }: LookProps) => (
  <Button {...others} href={href} type={primary ? 'primary' : 'default'} />
))
