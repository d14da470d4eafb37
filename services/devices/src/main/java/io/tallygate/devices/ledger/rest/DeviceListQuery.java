package io.tallygate.devices.ledger.rest;

import io.tallygate.devices.ledger.domain.DeviceFilter;
import io.tallygate.devices.ledger.domain.DeviceSort;

/** The query of the list, understood. */
record DeviceListQuery(DeviceFilter filter, DeviceSort.Position from, int limit) {}
