import { Tooltip, Typography } from 'antd';
import { Mono } from './Mono';

interface EpcNameProps {
  epc: string | null | undefined;
  /** What GS1 calls it; the server supplies it with every EPC. */
  uri: string | null | undefined;
  /** In a table: one line, the bits on demand. */
  brief?: boolean;
}

/** An EPC by its GS1 name, with the bits that the tag holds. */
export function EpcName({ epc, uri, brief = false }: EpcNameProps) {
  if (!epc) return null;
  if (brief) {
    return (
      <Tooltip title={epc}>
        <span className="tg-mono tg-epc-brief">{uri ?? epc}</span>
      </Tooltip>
    );
  }
  return (
    <span className="tg-epc">
      {uri && <Mono copyable>{uri}</Mono>}
      <Typography.Text type="secondary">
        <Mono copyable>{epc}</Mono>
      </Typography.Text>
    </span>
  );
}
