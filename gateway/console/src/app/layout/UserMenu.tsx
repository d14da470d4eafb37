import { DownOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROLES } from '@/api/session';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useSession } from '@/shared/session/session-context';
import { signOut } from '@/shared/session/sign-in';
import { LevelTag } from '@/shared/ui/LevelTag';

function Who() {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const session = useSession();
  return (
    <div className="tg-who">
      <strong>{session.name ?? session.username}</strong>
      <span>
        {session.roles
          .filter((role) => ROLES.includes(role))
          .map((role) => label('role', role))
          .join(' · ')}
      </span>
      <span>
        {[session.personNo, session.departmentCode].filter(Boolean).join(' · ')}{' '}
        {session.clearance && (
          <>
            {t('app.clearedTo')} <LevelTag level={session.clearance} />
          </>
        )}
      </span>
    </div>
  );
}

export function UserMenu() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: <Who />, disabled: true, className: 'tg-who-item' },
          { type: 'divider' },
          { key: 'sign-out', icon: <LogoutOutlined aria-hidden />, label: t('app.signOut'), onClick: signOut },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={t('app.userMenu', { user: session.username })}
      >
        <span className="tg-user">{session.name ?? session.username}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
