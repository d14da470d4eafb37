package io.tallygate.sightings.epcis.rest;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.problem.RefusalException;
import io.tallygate.commons.problem.Violations;
import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.epcis.domain.BizStep;
import io.tallygate.sightings.epcis.domain.EventOrder;
import io.tallygate.sightings.epcis.domain.EventQuery;
import io.tallygate.sightings.epcis.persistence.EventStore;
import io.tallygate.sightings.tag.domain.Passage.Direction;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a simple event query (EPCIS 2.0, section 8.2.7.1). A parameter that is not among them is refused, as the standard
 * demands: an answer that ignored it would tell more than was asked. Several values stand apart by commas or bars, or the parameter is
 * repeated; any one of them holds.
 */
final class EventParameters {

    static final int DEFAULT_PER_PAGE = 30;
    static final int MOST_PER_PAGE = 500;
    private static final int MOST_VALUES = 200;
    private static final String COUNT = "[1-9]\\d{0,8}";
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Set<String> EVENT_TYPES =
            Set.of("ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent");
    private static final Set<String> ACTIONS = Set.of("ADD", "OBSERVE", "DELETE");
    private static final Set<String> KNOWN = Set.of(
            "eventType",
            "GE_eventTime",
            "LT_eventTime",
            "GE_recordTime",
            "LT_recordTime",
            "MATCH_epc",
            "MATCH_anyEPC",
            "EQ_readPoint",
            "EQ_bizLocation",
            "EQ_bizStep",
            "EQ_disposition",
            "EQ_action",
            "orderBy",
            "orderDirection",
            "eventCountLimit",
            "perPage",
            "nextPageToken");

    /** What was asked, and which part of the answer. */
    record Asked(EventQuery query, int perPage, @Nullable Cursor after) {}

    private final MultivaluedMap<String, String> given;
    private final EpcisSettings settings;
    private final Violations violations = new Violations();

    private EventParameters(MultivaluedMap<String, String> given, EpcisSettings settings) {
        this.given = given;
        this.settings = settings;
    }

    /** @throws QueryParameterProblem with everything that is not understood */
    static Asked read(MultivaluedMap<String, String> given, EpcisSettings settings) {
        EventParameters parameters = new EventParameters(given, settings);
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name ->
                        parameters.violations.add(name, "UNSUPPORTED", "This query parameter is not supported"));
        EventQuery query = parameters.query();
        int perPage = parameters.perPage();
        Cursor after = parameters.token(query);
        if (!parameters.violations.isEmpty()) {
            throw new QueryParameterProblem(parameters.violations.list());
        }
        return new Asked(query, perPage, after);
    }

    private EventQuery query() {
        boolean otherType = asksElse("eventType", EVENT_TYPES, "ObjectEvent");
        boolean otherAction = asksElse("EQ_action", ACTIONS, "OBSERVE");
        return new EventQuery(
                otherType || otherAction,
                time("GE_eventTime"),
                time("LT_eventTime"),
                time("GE_recordTime"),
                time("LT_recordTime"),
                Stream.of("MATCH_epc", "MATCH_anyEPC")
                        .flatMap(
                                name -> values(name).map(texts -> EpcParameters.read(name, texts, violations)).stream())
                        .toList(),
                places("EQ_readPoint", settings.readPointPrefix()),
                places("EQ_bizLocation", settings.bizLocationPrefix()),
                directions(),
                order(),
                ascending(),
                eventCountLimit());
    }

    private Optional<List<String>> values(String name) {
        List<String> texts = given.get(name);
        if (texts == null) {
            return Optional.empty();
        }
        List<String> values = texts.stream()
                .flatMap(text -> Stream.of(text.split("[,|]", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        violations.addIf(values.isEmpty(), name, "REQUIRED", name + " has no value");
        violations.addIf(values.size() > MOST_VALUES, name, "TOO_MANY", "At most " + MOST_VALUES + " values");
        return Optional.of(values);
    }

    private Optional<String> single(String name) {
        Optional<List<String>> texts = Optional.ofNullable(given.get(name));
        violations.addIf(texts.filter(all -> all.size() > 1).isPresent(), name, "TOO_MANY", name + " has one value");
        return texts.map(List::getFirst);
    }

    /** Whether it asks for other words of the standard only than the one that is ours. */
    private boolean asksElse(String name, Set<String> known, String ours) {
        Optional<List<String>> asked = values(name);
        asked.ifPresent(words ->
                violations.addIf(!known.containsAll(words), name, "UNKNOWN_VALUE", "The standard has no such " + name));
        return asked.filter(words -> !words.contains(ours)).isPresent();
    }

    private Optional<Long> time(String name) {
        return single(name).flatMap(text -> {
            try {
                // A plus sign that was not escaped arrives as a space.
                Instant asked = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                return Optional.of(Micros.of(asked.isAfter(LAST) ? LAST : asked));
            } catch (DateTimeParseException e) {
                violations.add(name, "MALFORMED", name + " is a time with offset such as 2026-03-01T08:00:00.000Z");
                return Optional.empty();
            }
        });
    }

    /** A place of somebody else is one where nothing of ours happened. */
    private Optional<Set<String>> places(String name, String prefix) {
        return values(name).map(uris -> uris.stream()
                .filter(uri -> uri.startsWith(prefix))
                .flatMap(uri -> decoded(name, uri.substring(prefix.length())))
                .collect(Collectors.toSet()));
    }

    private Stream<String> decoded(String name, String code) {
        try {
            return Stream.of(URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEscaped) {
            violations.add(name, "MALFORMED", name + " is no URI");
            return Stream.empty();
        }
    }

    private Optional<Set<Direction>> directions() {
        Optional<Set<Direction>> ofSteps = directions("EQ_bizStep", word -> BizStep.named(word).stream());
        Optional<Set<Direction>> ofStates = directions("EQ_disposition", BizStep::leavingIn);
        if (ofSteps.isPresent() && ofStates.isPresent()) {
            Set<Direction> both = new HashSet<>(ofSteps.get());
            both.retainAll(ofStates.get());
            return Optional.of(both);
        }
        return ofSteps.or(() -> ofStates);
    }

    /** Words that no gate speaks are asked for in vain, not wrong. */
    private Optional<Set<Direction>> directions(String name, Function<String, Stream<BizStep>> meant) {
        return values(name)
                .map(words ->
                        words.stream().flatMap(meant).map(BizStep::direction).collect(Collectors.toSet()));
    }

    private EventOrder order() {
        Optional<String> asked = single("orderBy");
        Optional<EventOrder> order = asked.flatMap(EventOrder::named);
        violations.addIf(
                asked.isPresent() && order.isEmpty(),
                "orderBy",
                "UNSUPPORTED",
                "Events are ordered by eventTime or recordTime");
        return order.orElse(EventOrder.EVENT_TIME);
    }

    private Optional<Integer> eventCountLimit() {
        Optional<String> asked = single("eventCountLimit");
        boolean fits = asked.filter(text -> !text.matches(COUNT)).isEmpty();
        violations.addIf(!fits, "eventCountLimit", "OUT_OF_RANGE", "eventCountLimit is from 1 to 999999999");
        return fits ? asked.map(Integer::valueOf) : Optional.empty();
    }

    private boolean ascending() {
        Optional<String> direction = single("orderDirection");
        direction.ifPresent(word -> violations.addIf(
                !Set.of("ASC", "DESC").contains(word), "orderDirection", "UNKNOWN_VALUE", "It is ASC or DESC"));
        return direction.filter("ASC"::equals).isPresent();
    }

    private int perPage() {
        Optional<String> asked = single("perPage");
        boolean fits = asked.filter(text -> !text.matches(COUNT)).isEmpty();
        violations.addIf(
                !fits, "perPage", "OUT_OF_RANGE", "perPage is from 1; at most " + MOST_PER_PAGE + " are given");
        return fits ? Math.min(MOST_PER_PAGE, asked.map(Integer::valueOf).orElse(DEFAULT_PER_PAGE)) : DEFAULT_PER_PAGE;
    }

    private @Nullable Cursor token(EventQuery query) {
        Optional<String> token = single("nextPageToken");
        try {
            Cursor cursor = EventStore.cursor(token.orElse(null), query);
            if (cursor == null
                    || cursor.key(0).matches("\\d{1,18}") && cursor.key(2).matches("\\d{1,9}")) {
                return cursor;
            }
        } catch (RefusalException refused) {
            violations.add("nextPageToken", "INVALID_CURSOR", "This token is not from this query");
            return null;
        }
        violations.add("nextPageToken", "INVALID_CURSOR", "This token is not from this query");
        return null;
    }
}
