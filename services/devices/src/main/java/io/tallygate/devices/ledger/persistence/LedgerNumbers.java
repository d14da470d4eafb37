package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.Ledger;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.domain.UniqueKey;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Gives numbers, dense in each ledger and year (D3). The counter's row is locked until the transaction ends, so numbers are given
 * in the order of commits and a rolled-back one is given again. Numbers that somebody brought along are stepped over.
 */
@Singleton
public class LedgerNumbers {

    private static final String ADVANCE = """
            INSERT INTO ledger_counter (ledger, year, last) VALUES (?, ?, ?)
            ON CONFLICT (ledger, year) DO UPDATE SET last = ledger_counter.last + excluded.last
            RETURNING last""";

    private final DataSource dataSource;
    private final TakenKeys takenKeys;

    public LedgerNumbers(DataSource dataSource, TakenKeys takenKeys) {
        this.dataSource = dataSource;
        this.takenKeys = takenKeys;
    }

    /**
     * The next {@code count} numbers. Bind everything as scope first, as for {@link TakenKeys}.
     *
     * @param reserved numbers that this transaction is about to write
     */
    public List<LedgerNo> next(Ledger ledger, int year, int count, Set<LedgerNo> reserved) {
        List<LedgerNo> given = new ArrayList<>(count);
        while (given.size() < count) {
            int missing = count - given.size();
            int last = advance(ledger, year, missing);
            List<LedgerNo> candidates = IntStream.rangeClosed(last - missing + 1, last)
                    .mapToObj(ordinal -> ledger.number(year, ordinal))
                    .toList();
            Map<String, ?> taken = takenKeys
                    .among(Map.of(
                            UniqueKey.LEDGER_NO,
                            candidates.stream().map(LedgerNo::value).toList()))
                    .getOrDefault(UniqueKey.LEDGER_NO, Map.of());
            candidates.stream()
                    .filter(number -> !taken.containsKey(number.value()) && !reserved.contains(number))
                    .forEach(given::add);
        }
        return given;
    }

    private int advance(Ledger ledger, int year, int by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setString(1, ledger.name());
            statement.setInt(2, year);
            statement.setInt(3, by);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException("A ledger number could not be given", e);
        }
    }
}
