package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Violations;
import io.tallygate.devices.ledger.domain.DeviceFilter;
import io.tallygate.devices.ledger.domain.DeviceKind;
import io.tallygate.devices.ledger.domain.DeviceSort;
import io.tallygate.devices.ledger.domain.DeviceState;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of the list, as it arrives; {@code kind}, {@code level} and {@code state} may be repeated. */
public class DeviceListParameters {

    private static final int TEXT_LENGTH = 100;
    /** Hex digits of an EPC up to where the filter value has no part in them. */
    private static final int HEADER_DIGITS = 4;

    @QueryParam("department")
    @Nullable
    String department;

    @QueryParam("kind")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = DeviceKind.class))
    List<String> kind = List.of();

    @QueryParam("level")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Level.class))
    List<String> level = List.of();

    @QueryParam("classified")
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String classified;

    @QueryParam("keeper")
    @Nullable
    String keeper;

    @QueryParam("state")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = DeviceState.class))
    List<String> state = List.of();

    @QueryParam("q")
    @Parameter(description = "Part of the ledger number, name, model, serial number or EPC; or a whole EPC URI")
    @Nullable
    String q;

    @QueryParam("sort")
    @Parameter(description = "ledgerNo, name, level, kind, keeper or registeredAt; a leading - is descending")
    @Nullable
    String sort;

    @QueryParam("limit")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Nullable
    String limit;

    @QueryParam("after")
    @Nullable
    String after;

    private final Violations violations = new Violations();

    /** Everything read, or 400 with every parameter at fault. */
    DeviceListQuery read() {
        DeviceFilter filter = new DeviceFilter(
                text("department", department),
                values("kind", kind, DeviceKind.class, DeviceKind::ofName),
                values("level", level, Level.class, Level::ofName),
                flag(),
                text("keeper", keeper),
                values("state", state, DeviceState.class, DeviceState::ofName),
                text("q", q).map(DeviceListParameters::searched));
        Optional<DeviceSort> order = DeviceSort.parse(sort);
        violations.addIf(order.isEmpty(), "sort", "UNKNOWN_SORT", "The list has no such order");
        Integer count = number();
        violations.asInvalidRequest().ifPresent(refusal -> {
            throw refusal.asException();
        });
        return new DeviceListQuery(filter, order.orElseThrow().after(after), Limit.of(count));
    }

    private Optional<String> text(String field, @Nullable String value) {
        violations.optionalText(field, value, TEXT_LENGTH);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An EPC's URI finds what its hex would; one that names the thing alone finds it whatever the filter value of its tag. */
    private static String searched(String text) {
        if (!text.startsWith("urn:epc:") || !(EpcCodec.read(text) instanceof EpcText.Understood understood)) {
            return text;
        }
        return text.startsWith("urn:epc:id:") ? understood.hex().substring(HEADER_DIGITS) : understood.hex();
    }

    private <E extends Enum<E>> Set<E> values(
            String field, List<String> texts, Class<E> type, Function<String, Optional<E>> parser) {
        Set<E> found = EnumSet.noneOf(type);
        for (String text : texts) {
            Optional<E> value = parser.apply(text);
            value.ifPresent(found::add);
            violations.addIf(value.isEmpty(), field, "UNKNOWN_VALUE", "This is not a value of " + field);
        }
        return found;
    }

    private Optional<Boolean> flag() {
        if (classified == null || classified.isEmpty()) {
            return Optional.empty();
        }
        boolean known = classified.equals("true") || classified.equals("false");
        violations.addIf(!known, "classified", "UNKNOWN_VALUE", "classified is true or false");
        return known ? Optional.of(Boolean.valueOf(classified)) : Optional.empty();
    }

    private @Nullable Integer number() {
        if (limit == null) {
            return null;
        }
        boolean number = limit.matches("-?\\d{1,9}");
        violations.addIf(!number, "limit", "OUT_OF_RANGE", "limit is from 1 to " + Limit.MAX);
        return number ? Integer.valueOf(limit) : null;
    }
}
