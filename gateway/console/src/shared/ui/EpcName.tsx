import { Typography } from 'antd';
import { Mono } from './Mono';

interface EpcNameProps {
  epc: string | null | undefined;
  /** What GS1 calls it; the server supplies it with every EPC. */
  uri: string | null | undefined;
}

/** An EPC by its GS1 name, with the bits that the tag holds. */
export function EpcName({ epc, uri }: EpcNameProps) {
  if (!epc) return null;
  return (
    <span className="tg-epc">
      {uri && <Mono copyable>{uri}</Mono>}
      <Typography.Text type="secondary">
        <Mono copyable>{epc}</Mono>
      </Typography.Text>
    </span>
  );
}
