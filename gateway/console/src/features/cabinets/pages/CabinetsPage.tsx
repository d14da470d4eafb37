import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHeader } from '@/shared/ui/PageHeader';
import { CabinetItems } from '../components/CabinetItems';
import { CabinetList } from '../components/CabinetList';

export default function CabinetsPage() {
  const { t } = useTranslation();
  const { code } = useParams();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('cabinets.title')} note={t('cabinets.note')} />
      <div className="tg-master">
        <Card size="small" className="tg-master-list">
          <CabinetList chosen={code} onChoose={(chosen) => void navigate(`/cabinets/${encodeURIComponent(chosen)}`)} />
        </Card>
        <Card size="small">
          {code ? <CabinetItems code={code} /> : <Empty description={t('cabinets.chooseHint')} />}
        </Card>
      </div>
    </>
  );
}
