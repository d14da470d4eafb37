package io.tallygate.standalone.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The whole stack as it stands, as kept in {@code run/status.json}.
 *
 * @param supervisor the pid of the process that holds it, and the moment that started
 * @param label what kind of stack it is, e.g. {@code demo}
 */
public record StackStatus(long supervisor, long supervisorStart, String label, Phase phase, List<PartStatus> parts) {

    /** What the supervisor is at. */
    public enum Phase {
        STARTING,
        UP,
        FAILED,
        STOPPING,
        STOPPED
    }

    public StackStatus {
        parts = List.copyOf(parts);
    }

    /** The process that looks after the parts; it may be gone, and they still there. */
    @JsonIgnore
    public OwnProcess process() {
        return new OwnProcess(supervisor, supervisorStart);
    }

    /** Whether every part is as it should be. */
    @JsonIgnore
    public boolean allGood() {
        return phase == Phase.UP && parts.stream().allMatch(part -> part.state().good());
    }
}
