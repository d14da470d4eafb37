package io.tallygate.devices.imports.persistence;

import java.util.UUID;

/**
 * An import that {@code claimant} alone works on.
 *
 * @param clearanceRank of the actor when they started it
 * @param mapping JSON, as it came
 * @param lastRow row of the file behind which to go on
 */
public record ImportClaim(
        UUID id, UUID claimant, String actor, int clearanceRank, boolean dryRun, String mapping, long lastRow) {

    /** The same after a batch. */
    public ImportClaim movedTo(long row) {
        return new ImportClaim(id, claimant, actor, clearanceRank, dryRun, mapping, row);
    }
}
