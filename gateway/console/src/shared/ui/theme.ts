import { theme as antd, type ThemeConfig } from 'antd';

// Fonts of the machine only: nothing is fetched from outside.
const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const fontFamilyCode =
  "ui-monospace, 'SFMono-Regular', Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace";

const shared = { fontFamily, fontFamilyCode, fontSize: 14, borderRadius: 6, motionDurationMid: '0.12s' };

export const lightTheme: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#1a5f9e',
    colorInfo: '#1a5f9e',
    colorSuccess: '#1f8a5b',
    colorWarning: '#b7791f',
    colorError: '#c8312b',
    colorTextBase: '#14202e',
    colorBgLayout: '#f3f5f8',
    colorBorderSecondary: '#e4e9ef',
  },
  components: {
    Layout: { headerHeight: 52, headerBg: '#ffffff', headerPadding: '0 20px', siderBg: '#0f2438' },
    Menu: {
      darkItemBg: '#0f2438',
      darkItemSelectedBg: '#1d4f80',
      darkItemColor: '#b9c7d6',
      darkItemHoverBg: '#17334e',
      itemHeight: 38,
    },
    Table: { headerBg: '#f7f9fb', headerColor: '#4a5a6b', cellPaddingBlockSM: 7, rowHoverBg: '#f2f7fc' },
    Card: { headerHeight: 44 },
  },
};

/** The gate board hangs in dim rooms and is read from afar. */
export const darkTheme: ThemeConfig = {
  algorithm: antd.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#4a9be0',
    colorSuccess: '#34c38f',
    colorWarning: '#e5a83b',
    colorError: '#ff5a52',
    colorBgBase: '#0b1520',
    colorBgLayout: '#0b1520',
    colorBgContainer: '#13212f',
    colorBgElevated: '#182a3b',
    colorTextBase: '#e6eef6',
    colorBorderSecondary: '#22384c',
  },
  components: {
    Layout: { headerHeight: 52, headerBg: '#0f1d2b', headerPadding: '0 20px', siderBg: '#0a1420' },
    Menu: {
      darkItemBg: '#0a1420',
      darkItemSelectedBg: '#1d4f80',
      darkItemColor: '#b9c7d6',
      darkItemHoverBg: '#17334e',
      itemHeight: 38,
    },
    Table: { headerBg: '#182a3b', rowHoverBg: '#1a2e42', cellPaddingBlockSM: 7 },
  },
};
