package io.tallygate.facilities.desk;

import io.tallygate.facilities.portal.domain.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A desk as it stands.
 *
 * @param antennas numbers of the reader's antennas on it, ascending
 * @param weakestDbm tags read weaker than this lie beside it; null for no such level
 * @param version counts the changes, from 0
 */
public record Desk(
        String code,
        String roomCode,
        Reader reader,
        List<Integer> antennas,
        @Nullable Double weakestDbm,
        long version) {

    public Desk {
        antennas = antennas.stream().sorted().toList();
    }

    /** The same desk at another version. */
    Desk at(long otherVersion) {
        return new Desk(code, roomCode, reader, antennas, weakestDbm, otherVersion);
    }
}
