package io.tallygate.carriers.exitpermit.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tallygate.carriers.exitpermit.application.PermitReading;
import io.tallygate.carriers.exitpermit.application.PermitReading.NamedItem;
import io.tallygate.carriers.exitpermit.domain.Decision;
import io.tallygate.carriers.exitpermit.domain.Post;
import io.tallygate.carriers.exitpermit.domain.Verdict;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.query.Query;
import io.tallygate.carriers.query.Rows;
import io.tallygate.commons.identity.Level;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The items and decisions of a page of permits, each fetched at once. */
@Singleton
class PermitDetails {

    // Custody has a permit_id too, that of the permit an item is out under.
    private static final String ITEMS = """
            SELECT * FROM (SELECT named.permit_id, named.ordinal, custody.item_id, custody.ledger_no, custody.kind,
                                  custody.level_rank, custody.name
                             FROM exit_permit_item named JOIN custody ON custody.item_id = named.item_id) item""";

    private static final String DECISIONS =
            "SELECT permit_id, decided_by, post, verdict, comment, decided_at FROM exit_permit_decision";

    private record Of<T>(UUID permit, T value) {}

    private final DataSource dataSource;

    PermitDetails(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<PermitReading> fill(List<PermitReading> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<NamedItem>> items = fetch(heads, ITEMS, PermitDetails::item);
        Map<UUID, List<Decision>> decisions = fetch(heads, DECISIONS, PermitDetails::decision);
        return heads.stream()
                .map(head -> new PermitReading(
                        head.id(),
                        head.permitNo(),
                        head.state(),
                        items.getOrDefault(head.id().value(), List.of()),
                        head.terms(),
                        head.requestedBy(),
                        head.requestedAt(),
                        decisions.getOrDefault(head.id().value(), List.of()),
                        head.version()))
                .toList();
    }

    private <T> Map<UUID, List<T>> fetch(List<PermitReading> heads, String select, Query.RowReader<T> reader) {
        String places = String.join(", ", Collections.nCopies(heads.size(), "?"));
        Object[] ids = heads.stream().map(head -> head.id().value()).toArray();
        return new Query(select)
                        .and("permit_id IN (" + places + ")", ids)
                        .then("ORDER BY permit_id, ordinal")
                        .list(dataSource, row -> new Of<>(row.getObject("permit_id", UUID.class), reader.read(row)))
                        .stream()
                        .collect(groupingBy(Of::permit, mapping(Of::value, toList())));
    }

    private static NamedItem item(ResultSet row) throws SQLException {
        return new NamedItem(
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getString("ledger_no"),
                row.getString("kind"),
                Level.ofRank(row.getInt("level_rank")).orElseThrow(),
                row.getString("name"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("decided_by"),
                Post.valueOf(row.getString("post")),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("comment"),
                Rows.instant(row, "decided_at"));
    }
}
