// What this reader says it can do: four antennas, two outputs, UTC.
export const capabilities = {
  GeneralDeviceCapabilities: {
    MaxNumberOfAntennaSupported: 4,
    CanSetAntennaProperties: false,
    HasUTCClockCapability: true,
    DeviceManufacturerName: 0,
    ModelName: 1,
    ReaderFirmwareVersion: 'llrpjs',
    ReceiveSensitivityTableEntry: [{ Index: 1, ReceiveSensitivityValue: 0 }],
    GPIOCapabilities: { NumGPIs: 0, NumGPOs: 2 },
    PerAntennaAirProtocol: [1, 2, 3, 4].map((AntennaID) => ({ AntennaID, ProtocolID: ['EPCGlobalClass1Gen2'] })),
  },
  LLRPCapabilities: {
    CanDoRFSurvey: false,
    CanReportBufferFillWarning: false,
    SupportsClientRequestOpSpec: false,
    CanDoTagInventoryStateAwareSingulation: false,
    SupportsEventAndReportHolding: true,
    MaxNumPriorityLevelsSupported: 1,
    ClientRequestOpSpecTimeout: 0,
    MaxNumROSpecs: 1,
    MaxNumSpecsPerROSpec: 1,
    MaxNumInventoryParameterSpecsPerAISpec: 1,
    MaxNumAccessSpecs: 1,
    MaxNumOpSpecsPerAccessSpec: 1,
  },
  C1G2LLRPCapabilities: {
    CanSupportBlockErase: false,
    CanSupportBlockWrite: false,
    MaxNumSelectFiltersPerQuery: 1,
  },
};
