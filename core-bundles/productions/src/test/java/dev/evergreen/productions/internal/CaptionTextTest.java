package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.productions.internal.CaptionText.Piece;
import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaptionTextTest {
    private static final String TEXT =
            "The tide goes out twice a day, and leaves the pools behind. Nobody knows how many worlds are in them.";

    @Test
    void piecesAreShortAndLoseNoWord() {
        List<Piece> pieces = CaptionText.pieces(TEXT, Duration.ofSeconds(8), List.of(), 40);

        assertEquals(TEXT, pieces.stream().map(Piece::text).collect(Collectors.joining(" ")));
        pieces.forEach(piece -> assertTrue(piece.text().length() <= 41, piece.text()));
    }

    @Test
    void cutsStandWhereSentencesAndClausesEnd() {
        assertEquals(
                List.of("and nobody ever tells", "you good night.", "So I will."),
                cut("and nobody ever tells you good night. So I will.", 30));
        assertEquals(
                List.of("The letter flew past the owls,", "past the clouds, and past", "the last sleepy airplane."),
                cut("The letter flew past the owls, past the clouds, and past the last sleepy airplane.", 30));
        assertEquals(List.of("\u201cLook, Theo! A starfish!\u201d"), cut("\u201cLook, Theo! A starfish!\u201d", 40));
        assertEquals(
                List.of("He said \u201cno.\u201d", "Then he left the room quietly."),
                cut("He said \u201cno.\u201d Then he left the room quietly.", 36));
    }

    @Test
    void aWordBeyondTheLimitStandsAlone() {
        assertEquals(List.of("a", "pneumonoultramicroscopic", "word"), cut("a pneumonoultramicroscopic word", 10));
        assertEquals(List.of(), cut("", 10));
    }

    private static List<String> cut(String text, int limit) {
        return cut(text, limit, 4);
    }

    private static List<String> cut(String text, int limit, int seconds) {
        return CaptionText.pieces(text, Duration.ofSeconds(seconds), List.of(), limit).stream()
                .map(Piece::text)
                .toList();
    }

    @Test
    void piecesFollowEachOtherInTime() {
        Duration last = Duration.ZERO;
        for (Piece piece : CaptionText.pieces(TEXT, Duration.ofSeconds(8), List.of(), 40)) {
            assertTrue(piece.from().compareTo(last) >= 0);
            assertTrue(piece.to().compareTo(piece.from()) > 0);
            last = piece.to();
        }
        assertTrue(last.compareTo(Duration.ofSeconds(8)) <= 0);
    }

    @Test
    void measuredWordsGiveTheTimes() {
        List<WordTiming> timings = List.of(
                new WordTiming(1, 5, Duration.ofMillis(120), Duration.ofMillis(400)),
                new WordTiming(7, 11, Duration.ofMillis(900), Duration.ofMillis(1_300)));

        List<Piece> pieces = CaptionText.pieces("\u201cLook, Theo!\u201d", Duration.ofMillis(1_500), timings, 40);

        assertEquals(1, pieces.size());
        assertEquals(Duration.ofMillis(120), pieces.get(0).words().get(0).from());
        assertEquals(Duration.ofMillis(900), pieces.get(0).words().get(1).from());
        assertEquals(Duration.ofMillis(1_300), pieces.get(0).to());
    }

    @Test
    void chineseIsCutAtItsMarksAndNeverBeforeOne() {
        String text = "潮水退去，岩石间的小水洼开始呼吸。孩子们喊道：“看，螃蟹！”海鸥在风中盘旋，久久不肯离去。";
        List<String> pieces = cut(text, 32, 12);
        assertEquals(text, String.join("", pieces));
        assertEquals(List.of("潮水退去，", "岩石间的小水洼开始呼吸。"), pieces.subList(0, 2));
        for (String piece : pieces) {
            assertTrue(SpokenWords.weight(piece) <= 32 + 5, piece);
            assertTrue("，。：！”".indexOf(piece.charAt(0)) < 0, piece);
        }
        assertTrue(
                pieces.stream()
                                .filter(piece -> "，。！”".indexOf(piece.charAt(piece.length() - 1)) >= 0)
                                .count()
                        >= pieces.size() - 1,
                pieces.toString());
    }

    @Test
    void japaneseIsCutWhereAPhraseBegins() {
        String text = "潮が引くと岩場の小さな海が静かに息をし始めて、蟹たちが光の中へ歩き出します。";
        List<String> pieces = cut(text, 32, 12);
        assertEquals(text, String.join("", pieces));
        assertTrue(pieces.size() >= 3, pieces.toString());
        for (String piece : pieces.subList(1, pieces.size())) {
            assertTrue(
                    Character.UnicodeScript.of(piece.charAt(0)) != Character.UnicodeScript.HIRAGANA, pieces.toString());
        }
    }

    @Test
    void thaiIsCutBetweenWords() {
        String text = "เมื่อน้ำลงแอ่งน้ำเล็กๆบนโขดหินก็เริ่มหายใจอีกครั้งหนึ่งอย่างช้าๆ";
        List<String> pieces = cut(text, 24, 12);
        assertEquals(text, String.join("", pieces));
        assertTrue(pieces.size() >= 2, pieces.toString());
        pieces.forEach(piece -> assertTrue("ะาิีึืุูๆ่้ๅ".indexOf(piece.charAt(0)) < 0, piece));
    }

    @Test
    void arabicAndKoreanAreCutAtSpaces() {
        String arabic = "عندما ينحسر المد، تبدأ برك الصخور الصغيرة بالتنفس، ويخرج السرطان إلى الضوء.";
        assertEquals(arabic, String.join(" ", cut(arabic, 32, 12)));
        assertTrue(cut(arabic, 32, 12).get(0).endsWith("،"), cut(arabic, 32, 12).toString());
        String korean = "썰물이 지면 바위 사이의 작은 바다가 숨을 쉬기 시작한다.";
        assertEquals(korean, String.join(" ", cut(korean, 32, 12)));
    }

    @Test
    void captionsThatFlashByAreAvoided() {
        String text = "Yes. Yes. Yes. We went down to the water.";
        Duration length = Duration.ofMillis(2_600);
        List<Piece> pieces = CaptionText.pieces(text, length, List.of(), 60);
        pieces.forEach(piece -> assertTrue(piece.to().minus(piece.from()).toMillis() >= 700, pieces.toString()));
    }
}
