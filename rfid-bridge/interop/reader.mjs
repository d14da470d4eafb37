// An LLRP reader on 127.0.0.1 made with llrpjs, which shares nothing with the bridge's own code. Tells what happens as JSON lines on
// stdout: {port}, {connected}, {early} for bytes that come before its greeting, {greeted}, {request}, {gpo: {port, on}}. Carries a tag
// out when stdin says `pass EPC`, hangs up when it says `hang-up`; ends with stdin. Called with `impinj` it is one of Impinj's, and tells
// {asksForAll} of each ROSpec.
import llrpjs from 'llrpjs';
import { createInterface } from 'node:readline';
import { capabilities } from './capabilities.mjs';
import { asksForAll, enabled, enables, told } from './impinj.mjs';
import { walkOut } from './walk.mjs';

const { LLRPCore, LLRPServer } = llrpjs;
const reader = new LLRPServer({ host: '127.0.0.1', port: 0 });
const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const listOf = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
// So long that whoever does not wait for the greeting has spoken before it.
const GREETS_AFTER_MS = 500;
const isImpinj = process.argv.includes('impinj');
if (isImpinj) capabilities.GeneralDeviceCapabilities.DeviceManufacturerName = 25882;
let isExtended = false;
let roSpec = null;
let keepalives = null;
let greeting = null;

const send = (name, data, id) =>
  reader.send(new LLRPCore[name]({ ...(id === undefined ? {} : { id }), data })).catch(() => hangUp());

const hangUp = () => {
  clearInterval(keepalives);
  clearTimeout(greeting);
  return reader.disconnect();
};

const SUCCESS = { LLRPStatus: { StatusCode: 'M_Success', ErrorDescription: '' } };

const answers = {
  GET_READER_CAPABILITIES: () => capabilities,
  SET_READER_CONFIG: (data) => {
    for (const { GPOPortNumber, GPOData } of listOf(data.GPOWriteData)) {
      tell({ gpo: { port: GPOPortNumber, on: Boolean(GPOData) } });
    }
    const period = data.KeepaliveSpec?.PeriodicTriggerValue;
    if (period) {
      clearInterval(keepalives);
      keepalives = setInterval(() => send('KEEPALIVE', {}), period);
    }
  },
  ADD_ROSPEC: (data) => {
    roSpec = data.ROSpec;
    if (isImpinj) tell({ asksForAll: asksForAll(roSpec) });
  },
  DELETE_ROSPEC: () => { roSpec = null; },
  ENABLE_ROSPEC: () => { roSpec.CurrentState = 'Inactive'; },
  START_ROSPEC: () => { roSpec.CurrentState = 'Active'; },
  GET_ROSPECS: () => (roSpec ? { ROSpec: [roSpec] } : {}),
  GET_READER_CONFIG: () => ({}),
  ADD_ACCESSSPEC: () => {},
  ENABLE_ACCESSSPEC: () => {},
  DELETE_ACCESSSPEC: () => {},
};

for (const [name, answer] of Object.entries(answers)) {
  reader.on(name, (message) => {
    tell({ request: name });
    send(`${name}_RESPONSE`, { ...SUCCESS, ...answer(message.getMessageData()) }, message.getMessageId());
  });
}
reader.on('CLOSE_CONNECTION', async (message) => {
  await send('CLOSE_CONNECTION_RESPONSE', SUCCESS, message.getMessageId());
  await hangUp();
});
reader.on('CUSTOM_MESSAGE', (message) => {
  isExtended = isImpinj && enables(message.getMessageData());
  tell({ request: isExtended ? 'IMPINJ_ENABLE_EXTENSIONS' : 'CUSTOM_MESSAGE' });
  if (isExtended) send('CUSTOM_MESSAGE', enabled, message.getMessageId());
});
reader.on('KEEPALIVE_ACK', () => {});
reader.on('ENABLE_EVENTS_AND_REPORTS', () => tell({ request: 'ENABLE_EVENTS_AND_REPORTS' }));
// llrpjs knows LLRP 1.0.1 alone and stumbles over the question which versions it speaks: the bridge has to come again without it.
reader.on('error', (error) => {
  tell({ error: error.name });
  hangUp();
});
reader.on('disconnect', () => {
  isExtended = false;
  clearInterval(keepalives);
  clearTimeout(greeting);
});
const greet = () => {
  tell({ greeted: true });
  send('READER_EVENT_NOTIFICATION', {
    ReaderEventNotificationData: {
      UTCTimestamp: { Microseconds: new Date() },
      ConnectionAttemptEvent: { Status: 'Success' },
    },
  });
};
reader.on('connection', () => {
  reader._scanner.resetBuffer();
  tell({ connected: true });
  const socket = reader._tcp;
  const early = (bytes) => tell({ early: bytes.length });
  socket.on('data', early);
  greeting = setTimeout(() => {
    socket.off('data', early);
    greet();
  }, GREETS_AFTER_MS);
});
// It takes one message out of a segment however many came in it; this fetches the others.
setInterval(() => reader.socketWritable && reader._scanner.llrpBuf && reader.onData(Buffer.alloc(0)), 5).unref();

const report = (epc, { antenna, dbm }) =>
  send('RO_ACCESS_REPORT', {
    TagReportData: [{
      EPC_96: { EPC: [...Buffer.from(epc, 'hex')] },
      AntennaID: { AntennaID: antenna },
      PeakRSSI: { PeakRSSI: dbm },
      FirstSeenTimestampUTC: { Microseconds: new Date() },
      LastSeenTimestampUTC: { Microseconds: new Date() },
      TagSeenCount: { TagCount: 1 },
      ...(isExtended && asksForAll(roSpec) ? { Custom: told(dbm) } : {}),
    }],
  });

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [word, epc] = line.split(' ');
    if (word === 'pass') walkOut().forEach((read) => setTimeout(() => report(epc, read), read.atMs));
    if (word === 'hang-up') hangUp();
  })
  .on('close', () => process.exit(0));

reader._server.once('listening', () => tell({ port: reader._server.address().port }));
reader.listen();
