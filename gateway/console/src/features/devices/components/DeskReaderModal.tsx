import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TagClaim } from '@/api/devices';
import type { DeskTag } from '@/api/live';
import { desksQuery } from '@/shared/lookups/list-desks';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { tagClaimsQuery } from '../api/get-tag-claims';
import { useDesk, useMyDesk } from '../use-desk';
import { DeskState } from './DeskState';
import { DeskTags } from './DeskTags';
import { TagClaimAlert } from './TagClaimAlert';

interface DeskReaderModalProps {
  /** The device whose tag it is to be, where there is one already. */
  deviceId: string | undefined;
  onTake: (tag: DeskTag) => void;
  onClose: () => void;
}

function DeskChoice({ code, onChoose }: { code: string | null; onChoose: (code: string) => void }) {
  const { t } = useTranslation();
  const desks = useQuery(desksQuery);
  if (desks.data?.items.length === 0) {
    return <Alert type="warning" showIcon title={t('devices.desk.none')} description={t('devices.desk.noneHint')} />;
  }
  return (
    <>
      <ProblemAlert error={desks.error} onRetry={() => void desks.refetch()} />
      <Form.Item label={t('devices.desk.choose')} htmlFor="desk-choice">
        <Select
          id="desk-choice"
          value={code}
          onChange={onChoose}
          loading={desks.isPending}
          options={desks.data?.items.map((desk) => ({ value: desk.code, label: `${desk.code} · ${desk.roomCode}` }))}
        />
      </Form.Item>
    </>
  );
}

/** Whether the device may keep it: its own tag, or one that it gave up. */
const isOwn = (claim: TagClaim, deviceId: string | undefined) => !!claim.deviceId && claim.deviceId === deviceId;

/** Reads a tag from a desk: one must lie there alone, and be nobody else's. */
export function DeskReaderModal({ deviceId, onTake, onClose }: DeskReaderModalProps) {
  const { t } = useTranslation();
  const [code, choose] = useMyDesk();
  const { sight, problem } = useDesk(code);
  const tags = sight?.state === 'WATCHING' ? sight.tags : [];
  const only = tags.length === 1 ? tags[0] : undefined;
  const claims = useQuery({ ...tagClaimsQuery(only?.epc ?? '', only?.tid), enabled: !!only });
  const mayTake = only && claims.data?.claims.every((claim) => isOwn(claim, deviceId));

  return (
    <Modal
      open
      width={620}
      title={t('devices.desk.title')}
      onCancel={onClose}
      cancelText={t('common.cancel')}
      okText={t('devices.desk.take')}
      okButtonProps={{ disabled: !mayTake }}
      onOk={() => {
        if (only) onTake(only);
      }}
    >
      <DeskChoice code={code} onChoose={choose} />
      <ProblemAlert error={problem} />
      {code && !problem && <DeskState sight={sight} />}
      {tags.length > 0 && <DeskTags tags={tags} />}
      {only && <ProblemAlert error={claims.error} />}
      {only &&
        claims.data?.claims.map((claim) => (
          <TagClaimAlert key={claim.field} claim={claim} own={isOwn(claim, deviceId)} />
        ))}
    </Modal>
  );
}
