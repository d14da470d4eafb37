package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.devices.ledger.domain.Device;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of devices. */
@Schema(name = "DevicePage")
public record DevicePageView(
        @Schema(required = true) List<DeviceView> items,

        @Schema(description = "Hand it back as `after`; absent on the last page") @Nullable
        String next) {

    static DevicePageView of(Page<Device> page) {
        return new DevicePageView(page.items().stream().map(DeviceView::of).toList(), page.next());
    }
}
