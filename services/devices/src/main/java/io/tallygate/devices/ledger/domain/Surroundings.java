package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import java.util.Optional;

/** What the ledger must know of the other services to judge a device. */
public interface Surroundings {

    boolean hasDepartment(String code);

    /** The clearance of a person who works here; empty for anybody else. */
    Optional<Level> clearanceOf(String personNo);

    /** The highest level that a cabinet may hold; empty when there is no such cabinet. */
    Optional<Level> highestLevelIn(String cabinetCode);
}
