import { createLink } from '@tanstack/react-router'
import Button, { type ButtonProps } from 'antd/es/button'

type Looks = Pick<ButtonProps, 'type' | 'size' | 'children'> & { readonly href?: string }

/** A link that looks like a button: one element, one tab stop, and it opens in a new tab like any link. */
export const LinkButton = createLink((props: Looks) => <Button {...props} href={props.href ?? ''} />)
