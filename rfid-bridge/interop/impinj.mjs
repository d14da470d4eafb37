// What a reader of Impinj's does beyond LLRP. llrpjs knows the frames (CUSTOM_MESSAGE, Custom) and not what is in them: that is taken
// apart here, and nothing is told that was not asked for in every byte as Impinj's definitions have it.
const VENDOR = 25882;
const ENABLE = { VendorIdentifier: VENDOR, MessageSubtype: 21 };
const REPORT_CONTENT = 50;
// In this order: ImpinjEnableRFPhaseAngle, ImpinjEnablePeakRSSI, ImpinjEnableRFDopplerFrequency.
const SWITCHES = [52, 53, 67];
const QUARTER_OF_A_TURN = 4096 / 4;
const DOPPLER_SIXTEENTHS_HZ = -200;
const BELOW_WHOLE_DBM = 37;

const bytesOf = (data) => (Array.isArray(data) ? Buffer.from(data) : Buffer.from(data, 'hex'));

const custom = (subtype, value) => {
  const parameter = Buffer.alloc(14);
  parameter.writeUInt16BE(1023, 0);
  parameter.writeUInt16BE(parameter.length, 2);
  parameter.writeUInt32BE(VENDOR, 4);
  parameter.writeUInt32BE(subtype, 8);
  parameter.writeUInt16BE(value, 12);
  return parameter;
};

// Whether this is IMPINJ_ENABLE_EXTENSIONS.
export const enables = (message) =>
  Object.entries(ENABLE).every(([field, value]) => message[field] === value) &&
  bytesOf(message.Data).equals(Buffer.alloc(4));

// IMPINJ_ENABLE_EXTENSIONS_RESPONSE: an LLRPStatus of success.
export const enabled = { VendorIdentifier: VENDOR, MessageSubtype: 22, Data: '011f000800000000' };

// Whether the ROSpec asks for all of it.
export const asksForAll = (roSpec) => {
  const asked = [roSpec.ROReportSpec.Custom ?? []].flat();
  return (
    asked.length === 1 &&
    asked[0].VendorIdentifier === VENDOR &&
    asked[0].ParameterSubtype === REPORT_CONTENT &&
    bytesOf(asked[0].Data).equals(Buffer.concat(SWITCHES.map((each) => custom(each, 1))))
  );
};

// What a read then carries: phase, strength in hundredths, 0.37 dB below the whole decibels, and Doppler.
export const told = (dbm) =>
  [[56, QUARTER_OF_A_TURN], [57, dbm * 100 - BELOW_WHOLE_DBM], [68, DOPPLER_SIXTEENTHS_HZ]].map(
    ([ParameterSubtype, value]) => ({
      VendorIdentifier: VENDOR,
      ParameterSubtype,
      Data: (value & 0xffff).toString(16).padStart(4, '0'),
    }),
  );
