import type { ThemeConfig } from 'antd'

/** The palette of the desk. The style sheets repeat these as custom properties (`styles/base.css`). */
export const palette = {
  ink: '#1f2329',
  paper: '#ffffff',
  working: '#1b4b87',
  workingSoft: '#eaf0f8',
  official: '#c4161c',
  caution: '#8a5a00',
  greyText: '#5b626c',
  greyLine: '#d8dce2',
} as const

const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif'

/** Component library settings: square, quiet, dense; `large` is the large-type mode a person may choose. */
export function theme(large: boolean, touch: boolean): ThemeConfig {
  const size = large ? 18 : 14
  return {
    hashed: false,
    token: {
      colorPrimary: palette.working,
      colorInfo: palette.working,
      colorLink: palette.working,
      colorLinkHover: '#123a6c',
      colorError: palette.official,
      colorWarning: palette.caution,
      colorText: palette.ink,
      colorTextSecondary: palette.greyText,
      colorTextTertiary: palette.greyText,
      colorTextDescription: palette.greyText,
      colorTextPlaceholder: '#6b727c',
      colorTextDisabled: '#6b727c',
      colorBgContainerDisabled: '#f4f5f7',
      colorBorder: '#b9bfc8',
      colorBorderSecondary: palette.greyLine,
      controlItemBgActive: palette.workingSoft,
      fontFamily: family,
      fontSize: size,
      borderRadius: 3,
      borderRadiusLG: 4,
      controlHeight: touch || large ? 44 : 32,
      motion: false,
      colorBgMask: 'rgba(31, 35, 41, 0.3)',
      boxShadow: '0 2px 10px rgba(31, 35, 41, 0.16)',
      boxShadowSecondary: '0 2px 10px rgba(31, 35, 41, 0.16)',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Modal: { titleFontSize: size + 3 },
      Tabs: { horizontalItemGutter: 24, titleFontSize: size },
      Select: { optionSelectedBg: palette.workingSoft },
    },
  }
}
