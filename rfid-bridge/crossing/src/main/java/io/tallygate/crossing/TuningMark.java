package io.tallygate.crossing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Names a tuning in the rule version of a crossing, so that a verdict stays explainable after the portal was tuned anew: the figures
 * themselves stand in the register of facilities.
 */
public final class TuningMark {
    private static final int DIGITS = 8;

    private TuningMark() {}

    /** Empty for the standard tuning, else {@code +} and eight hex digits that are the same for the same figures. */
    public static String of(CrossingTuning tuning) {
        if (tuning.equals(CrossingTuning.standard())) {
            return "";
        }
        String figures = String.join(
                "|",
                Double.toString(tuning.certainty()),
                Double.toString(tuning.leadMetres()),
                Double.toString(tuning.fadeDb()),
                Double.toString(tuning.leastSwingDb()),
                new TreeMap<>(tuning.strayDbm()).toString(),
                new TreeMap<>(tuning.offsetsDb()).toString());
        return "+" + HexFormat.of().formatHex(sha256(figures)).substring(0, DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
