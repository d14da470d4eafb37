package io.tallygate.carriers.exitpermit.persistence;

import io.tallygate.carriers.custody.application.PermitLookup;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.carriers.query.Query;
import io.tallygate.carriers.query.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Answers custody's questions about permits. */
@Singleton
class PermitLookupQuery implements PermitLookup {

    private final DataSource dataSource;

    PermitLookupQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<PermitId> covering(ItemId item, PortalCode portal, Instant at) {
        return new Query("SELECT id FROM exit_permit")
                        .and("state = 'ACTIVE' AND valid_from <= ? AND valid_until > ?", at, at)
                        .and("? = ANY (portal_codes)", portal.value())
                        .and("id IN (SELECT permit_id FROM exit_permit_item WHERE item_id = ?)", item.value())
                        .then("LIMIT 1")
                        .list(dataSource, row -> new PermitId(row.getObject("id", UUID.class)))
                        .stream()
                        .findFirst();
    }

    @Override
    public Optional<PermitSummary> summary(PermitId permit) {
        return new Query("SELECT permit_no, valid_until, return_by FROM exit_permit")
                        .and("id = ?", permit.value())
                        .list(
                                dataSource,
                                row -> new PermitSummary(
                                        permit,
                                        row.getString("permit_no"),
                                        Rows.instant(row, "valid_until"),
                                        Rows.instant(row, "return_by")))
                        .stream()
                        .findFirst();
    }
}
