package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Violations;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one draft and collects what is wrong with it. */
final class DraftCheck {

    private static final int NAME = 200;
    private static final int TEXT = 100;
    private static final int CODE = 40;

    private final DeviceDraft draft;
    private final Violations violations = new Violations();

    private DraftCheck(DeviceDraft draft) {
        this.draft = draft;
    }

    static Outcome<DeviceDraft.WellFormed> of(DeviceDraft draft) {
        return new DraftCheck(draft).run();
    }

    private Outcome<DeviceDraft.WellFormed> run() {
        DeviceKind kind = required("kind", draft.kind(), "UNKNOWN_KIND", DeviceKind::ofName);
        Level level = required("level", draft.level(), "UNKNOWN_LEVEL", Level::ofName);
        classified(level);
        texts();
        Tag tag = tag();
        LedgerNo ledgerNo = ledgerNo(kind, level);
        return violations
                .asInvalidRequest()
                .<Outcome<DeviceDraft.WellFormed>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new DeviceDraft.WellFormed(ledgerNo, details(kind, level, tag))));
    }

    private void classified(@Nullable Level level) {
        Boolean classified = draft.classified();
        violations.requirePresent("classified", classified);
        if (classified != null && level != null && classified != Classification.classified(level)) {
            violations.add(
                    "classified",
                    "LEVEL_MISMATCH",
                    "From " + Classification.lowest() + " up a device is classified, below it is not");
        }
    }

    private void texts() {
        violations
                .requireText("name", draft.name(), NAME)
                .requireText("manufacturer", draft.manufacturer(), TEXT)
                .requireText("model", draft.model(), TEXT)
                .requireText("serialNo", draft.serialNo(), TEXT)
                .optionalText("diskSerialNo", draft.diskSerialNo(), TEXT)
                .optionalText("usbUniqueId", draft.usbUniqueId(), TEXT)
                .requireText("departmentCode", draft.departmentCode(), CODE)
                .requireText("keeperNo", draft.keeperNo(), CODE)
                .optionalText("cabinetCode", draft.cabinetCode(), CODE);
    }

    private @Nullable Tag tag() {
        if (!draft.tagged()) {
            return null;
        }
        Epc epc = epc();
        Tid tid = optional("tag.tid", draft.tid(), "MALFORMED_TID", Tid::parse);
        return epc == null ? null : new Tag(epc, tid);
    }

    /** As hex, or as one of the URIs that mean a tag. */
    private @Nullable Epc epc() {
        String text = draft.epc();
        if (text == null) {
            violations.requirePresent("tag.epc", null);
            return null;
        }
        return switch (EpcCodec.read(text)) {
            case EpcText.Understood understood -> new Epc(understood.hex());
            case EpcText.Refused refused -> {
                violations.add(
                        "tag.epc", refused.problem().name(), refused.problem().message());
                yield null;
            }
        };
    }

    private @Nullable LedgerNo ledgerNo(@Nullable DeviceKind kind, @Nullable Level level) {
        LedgerNo number = optional("ledgerNo", draft.ledgerNo(), "MALFORMED_LEDGER_NO", LedgerNo::parse);
        if (number != null && kind != null && level != null) {
            Ledger right = Ledger.of(kind, level);
            violations.addIf(
                    number.ledger().filter(named -> named != right).isPresent(),
                    "ledgerNo",
                    "LEDGER_MISMATCH",
                    "This number is of another ledger than " + right);
        }
        return number;
    }

    private <T> @Nullable T required(
            String field, @Nullable String text, String code, Function<String, Optional<T>> parser) {
        if (text == null) {
            violations.requirePresent(field, null);
            return null;
        }
        return optional(field, text, code, parser);
    }

    private <T> @Nullable T optional(
            String field, @Nullable String text, String code, Function<String, Optional<T>> parser) {
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        violations.addIf(value.isEmpty(), field, code, "This is not a value of " + field);
        return value.orElse(null);
    }

    private DeviceDetails details(@Nullable DeviceKind kind, @Nullable Level level, @Nullable Tag tag) {
        return new DeviceDetails(
                present(kind),
                present(level),
                present(draft.name()),
                present(draft.manufacturer()),
                present(draft.model()),
                present(draft.serialNo()),
                draft.diskSerialNo(),
                draft.usbUniqueId(),
                present(draft.departmentCode()),
                present(draft.keeperNo()),
                draft.cabinetCode(),
                tag);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A required value passed the check without being there");
        }
        return value;
    }
}
