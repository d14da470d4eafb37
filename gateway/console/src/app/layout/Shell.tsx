import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Grid, Layout, Menu } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { AlarmBanner } from '@/features/gates/components/AlarmBanner';
import { LiveBanner } from '@/shared/live/LiveBanner';
import { useMay, useSession } from '@/shared/session/session-context';
import { menuOf } from '../menu';
import { PageBoundary } from '../pages/PageBoundary';
import { PageLoading } from '../pages/PageLoading';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import { UserMenu } from './UserMenu';

function MainMenu({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { pathname } = useLocation();
  const entries = menuOf(roles);
  return (
    <nav aria-label={t('app.menu')}>
      <Menu
        theme="dark"
        mode="inline"
        inlineCollapsed={collapsed}
        selectedKeys={entries.filter(({ path }) => pathname.startsWith(path)).map(({ key }) => key)}
        items={entries.map(({ key, path, icon }) => ({
          key,
          icon,
          title: t(`app.pages.${key}`),
          label: <Link to={path}>{t(`app.pages.${key}`)}</Link>,
        }))}
      />
    </nav>
  );
}

export function Shell() {
  const { t } = useTranslation();
  const { xl } = Grid.useBreakpoint();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { pathname } = useLocation();
  const maySeeGates = useMay('gateBoard');
  const mayHandleAlarms = useMay('acknowledgeIncident');
  const collapsed = chosen ?? xl === false;

  return (
    <Layout className="tg-shell">
      <a className="tg-skip" href="#main">
        {t('app.skip')}
      </a>
      <Layout.Sider width={256} collapsedWidth={64} collapsed={collapsed} trigger={null} className="tg-sider">
        <Brand compact={collapsed} />
        <MainMenu collapsed={collapsed} />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="tg-header">
          <Button
            type="text"
            aria-label={t(collapsed ? 'app.expandMenu' : 'app.collapseMenu')}
            aria-expanded={!collapsed}
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            onClick={() => setChosen(!collapsed)}
          />
          <span className="tg-header-space" />
          <LanguageSwitch />
          <UserMenu />
        </Layout.Header>
        <div className="tg-banners">
          {maySeeGates && <LiveBanner />}
          {mayHandleAlarms && <AlarmBanner />}
        </div>
        <Layout.Content id="main" className="tg-main" role="main">
          <PageBoundary path={pathname}>
            <Suspense fallback={<PageLoading />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
