package io.tallygate.facilities.cabinet;

import io.tallygate.commons.identity.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to become different; null leaves a thing as it is. */
public record CabinetChange(@Nullable String name, @Nullable Level maxLevel) {

    Cabinet appliedTo(Cabinet cabinet) {
        return new Cabinet(
                cabinet.code(),
                cabinet.roomCode(),
                Objects.requireNonNullElse(name, cabinet.name()),
                Objects.requireNonNullElse(maxLevel, cabinet.maxLevel()),
                cabinet.active(),
                cabinet.version());
    }
}
