import { Button, Card, DatePicker, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PersonSelect } from '@/shared/lookups/PersonSelect';
import { PortalSelect } from '@/shared/lookups/PortalSelect';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useRequestPermit } from '../api/request-permit';
import { ItemSelect } from '../components/ItemSelect';
import { PERMIT_FIELDS, type PermitForm, requestOf } from '../components/permit-form';

function WindowFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (['validFrom', 'validUntil', 'returnBy'] as const).map((field) => (
    <Form.Item key={field} name={field} label={t(`permits.field.${field}`)} rules={required}>
      <DatePicker
        className="tg-wide"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        placeholder="YYYY-MM-DD HH:mm"
        needConfirm={false}
      />
    </Form.Item>
  ));
}

function PurposeFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="destination" label={t('permits.field.destination')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="packaging"
        label={t('permits.field.packaging')}
        extra={t('permits.hint.packaging')}
        rules={required}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="purpose" label={t('permits.field.purpose')} rules={required} className="tg-span">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  );
}

export default function RequestPermitPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const message = useToast();
  const [form] = Form.useForm<PermitForm>();
  const request = useRequestPermit();
  const problem = useFormProblem(form, PERMIT_FIELDS);
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];

  const submit = (values: PermitForm) => {
    problem.clear();
    request.mutate(requestOf(values), {
      onSuccess: (permit) => {
        void message.success(t('permits.request.done', { permitNo: permit.permitNo }));
        void navigate(`/permits/${permit.id}`);
      },
      onError: problem.show,
    });
  };

  return (
    <>
      <PageHeader
        title={t('permits.request.title')}
        note={t('permits.request.note')}
        back={{ to: '/permits', label: t('permits.title') }}
      />
      <Form<PermitForm>
        form={form}
        layout="vertical"
        className="tg-form"
        scrollToFirstError={{ focus: true }}
        initialValues={{ itemIds: params.getAll('item') }}
        onFinish={submit}
      >
        <ProblemAlert error={problem.problem} />
        <Card size="small" title={t('permits.section.what')}>
          <div className="tg-grid">
            <Form.Item name="itemIds" label={t('permits.field.items')} rules={required} className="tg-span">
              <ItemSelect />
            </Form.Item>
            <Form.Item name="holderNo" label={t('permits.field.holder')} rules={required}>
              <PersonSelect />
            </Form.Item>
            <Form.Item name="portalCodes" label={t('permits.field.portals')} rules={required}>
              <PortalSelect />
            </Form.Item>
          </div>
        </Card>
        <Card size="small" title={t('permits.section.when')}>
          <div className="tg-grid">
            <WindowFields />
          </div>
        </Card>
        <Card size="small" title={t('permits.section.why')}>
          <div className="tg-grid">
            <PurposeFields />
          </div>
        </Card>
        <div className="tg-form-actions">
          <Button onClick={() => void navigate('/permits')}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={request.isPending}>
            {t('permits.request.submit')}
          </Button>
        </div>
      </Form>
    </>
  );
}
