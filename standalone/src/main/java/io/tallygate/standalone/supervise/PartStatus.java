package io.tallygate.standalone.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A part as it stands.
 *
 * @param level how much it stands on; what stands on nothing has level 0
 * @param pid of its process, with the moment that process started (milliseconds of the epoch); both 0 without one
 * @param since when it came into this state, milliseconds of the epoch
 * @param probe where to ask whether it is ready: a {@code http} or {@code tcp} address, or empty
 * @param reason why it is in a bad state; empty in a good one
 */
public record PartStatus(
        String name,
        int level,
        PartState state,
        long pid,
        long processStart,
        List<Port> ports,
        String probe,
        long since,
        int restarts,
        String reason,
        String log) {

    public PartStatus {
        ports = List.copyOf(ports);
    }

    /** Its process, which may be gone. */
    @JsonIgnore
    public OwnProcess process() {
        return new OwnProcess(pid, processStart);
    }

    PartStatus in(PartState next, OwnProcess process, String why, long now) {
        return new PartStatus(name, level, next, process.pid(), process.start(), ports, probe, now, restarts, why, log);
    }

    PartStatus restartedOnceMore() {
        return new PartStatus(name, level, state, pid, processStart, ports, probe, since, restarts + 1, reason, log);
    }
}
