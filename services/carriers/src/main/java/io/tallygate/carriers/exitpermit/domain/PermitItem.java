package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.identifier.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item on a permit.
 *
 * @param leftAt when it last left under the permit; null before
 * @param returnedAt when it came back after that; null while it has not
 */
public record PermitItem(
        ItemId item, @Nullable Instant leftAt, @Nullable Instant returnedAt) {

    public static PermitItem named(ItemId item) {
        return new PermitItem(item, null, null);
    }

    PermitItem left(Instant at) {
        return new PermitItem(item, at, null);
    }

    PermitItem cameBack(Instant at) {
        return isOut() ? new PermitItem(item, leftAt, at) : this;
    }

    boolean isOut() {
        return leftAt != null && returnedAt == null;
    }

    boolean wasOutAndIsBack() {
        return leftAt != null && returnedAt != null;
    }
}
