import { Tooltip } from 'antd';

interface EpcBriefProps {
  epc: string | null | undefined;
  /** What GS1 calls it; the server supplies it with every EPC. */
  uri: string | null | undefined;
}

/** An EPC in a table or an alarm: its GS1 name on one line, the bits on demand. */
export function EpcBrief({ epc, uri }: EpcBriefProps) {
  if (!epc) return null;
  return (
    <Tooltip title={epc}>
      <span className="tg-mono tg-epc-brief">{uri ?? epc}</span>
    </Tooltip>
  );
}
