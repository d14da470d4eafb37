package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Candidate;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Gate;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Violation;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for items to be carried out (C17, K3). */
public final class CarryOutPolicy {

    /** A rule that reads as a sentence: what is wrong with the request, if anything. */
    @FunctionalInterface
    interface Rule {
        Stream<Violation> violations(CarryOut request, PolicyCatalogue policies);
    }

    /** The same answer for what does not exist as for what the caller may not see. */
    static final Rule EVERY_ITEM_IS_ONE_THE_CALLER_SEES =
            everyItem("UNKNOWN_ITEM", "There is no such item", (candidate, policies) -> candidate.item() == null);

    static final Rule EVERY_ITEM_IS_IN_PLACE = everyItem(
            "ITEM_NOT_IN_PLACE",
            "The item is not in its place, so it cannot leave it",
            (candidate, policies) -> candidate.item() != null && !candidate.inPlace());

    static final Rule TOP_SECRET_STAYS_UNLESS_ALLOWED = everyItem(
            "TOP_SECRET_BARRED",
            "TOP_SECRET items may not be carried out",
            (candidate, policies) ->
                    isTopSecret(candidate.item()) && !policies.allows(PolicyCatalogue.CARRY_OUT_TOP_SECRET));

    static final Rule NO_ITEM_HAS_ANOTHER_PERMIT = everyItem(
            "ITEM_ALREADY_PERMITTED",
            "Another permit names the item in an overlapping time",
            (candidate, policies) -> candidate.permitted());

    static final Rule THE_HOLDER_IS_KNOWN =
            (request, policies) -> request.holder().isPresent()
                    ? Stream.empty()
                    : Stream.of(new Violation("holderNo", "UNKNOWN_HOLDER", "There is no such person"));

    static final Rule THE_HOLDER_IS_CLEARED_FOR_EVERY_ITEM = (request, policies) -> request
            .holder()
            .filter(holder -> request.items().stream().anyMatch(each -> isAbove(each.item(), holder.clearance())))
            .map(holder -> new Violation("holderNo", "HOLDER_NOT_CLEARED", "The holder is not cleared for every item"))
            .stream();

    static final Rule EVERY_PORTAL_IS_KNOWN =
            everyPortal(Gate.Use.UNKNOWN, "UNKNOWN_PORTAL", "There is no such portal");

    static final Rule EVERY_PORTAL_IS_UP =
            everyPortal(Gate.Use.TAKEN_DOWN, "PORTAL_TAKEN_DOWN", "The portal has been taken down");

    static final List<Rule> RULES = List.of(
            EVERY_ITEM_IS_ONE_THE_CALLER_SEES,
            EVERY_ITEM_IS_IN_PLACE,
            TOP_SECRET_STAYS_UNLESS_ALLOWED,
            NO_ITEM_HAS_ANOTHER_PERMIT,
            THE_HOLDER_IS_KNOWN,
            THE_HOLDER_IS_CLEARED_FOR_EVERY_ITEM,
            EVERY_PORTAL_IS_KNOWN,
            EVERY_PORTAL_IS_UP);

    private CarryOutPolicy() {}

    /** Everything that forbids it, empty when nothing does. */
    public static List<Violation> violations(CarryOut request, PolicyCatalogue policies) {
        return RULES.stream()
                .flatMap(rule -> rule.violations(request, policies))
                .toList();
    }

    private static Rule everyItem(String code, String message, BiPredicate<Candidate, PolicyCatalogue> wrong) {
        return (request, policies) -> IntStream.range(0, request.items().size())
                .filter(i -> wrong.test(request.items().get(i), policies))
                .mapToObj(i -> new Violation("itemIds[" + i + "]", code, message));
    }

    private static Rule everyPortal(Gate.Use wrong, String code, String message) {
        return (request, policies) -> IntStream.range(0, request.portals().size())
                .filter(i -> request.portals().get(i).use() == wrong)
                .mapToObj(i -> new Violation("portalCodes[" + i + "]", code, message));
    }

    private static boolean isTopSecret(@Nullable Item item) {
        return item != null && item.level() == Level.TOP_SECRET;
    }

    private static boolean isAbove(@Nullable Item item, Level clearance) {
        return item != null && item.level().above(clearance);
    }
}
