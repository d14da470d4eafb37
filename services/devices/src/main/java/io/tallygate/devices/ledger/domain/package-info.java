/**
 * What a device is and which rules it obeys. A {@link io.tallygate.devices.ledger.domain.DeviceDraft} is what somebody wrote; checked, it
 * becomes {@link io.tallygate.devices.ledger.domain.DeviceDetails}; judged by {@link io.tallygate.devices.ledger.domain.LedgerRule}s and given a
 * number, a {@link io.tallygate.devices.ledger.domain.Device}.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger.domain;
