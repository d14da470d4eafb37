package io.tallygate.facilities.desk.rest;

import io.tallygate.facilities.desk.Desk;
import io.tallygate.facilities.portal.rest.ReaderBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A desk as clients see it.
 *
 * @param reader only for those who run it
 */
@Schema(requiredProperties = {"code", "roomCode", "antennas", "version"})
public record DeskView(
        String code,
        String roomCode,

        @Schema(description = "Only for facility managers and system administrators") @Nullable
        ReaderBody reader,

        List<Integer> antennas,
        @Nullable Double weakestDbm,
        long version) {

    static DeskView of(Desk desk, boolean withReader) {
        return new DeskView(
                desk.code(),
                desk.roomCode(),
                withReader ? ReaderBody.of(desk.reader()) : null,
                desk.antennas(),
                desk.weakestDbm(),
                desk.version());
    }
}
