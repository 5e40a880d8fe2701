package hanji.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Other bullets made of real ones: words changed, left out, put in from elsewhere, and numbers
/// counted up. The same seed makes the same texts.
final class Mutations {

    private final List<String> bullets;
    private final List<String> words = new ArrayList<>();
    private final SplittableRandom random;

    Mutations(List<String> bullets, long seed) {
        this.bullets = bullets;
        this.random = new SplittableRandom(seed);
        bullets.forEach(bullet -> words.addAll(List.of(bullet.split(" "))));
    }

    String bullet() {
        return bullets.get(random.nextInt(bullets.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// @param share of the words that are touched
    String changed(String text, double share) {
        List<String> made = new ArrayList<>();
        for (String word : text.split(" ")) {
            if (random.nextDouble() >= share) {
                made.add(word);
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> made.add(words.get(random.nextInt(words.size())));
                case 1 -> {}
                case 2 -> {
                    made.add(words.get(random.nextInt(words.size())));
                    made.add(word);
                }
                default -> made.add(typed(word));
            }
        }
        return made.isEmpty() ? text : String.join(" ", made);
    }

    /// One character changed as a slip or a correction would.
    String typed(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        String other = words.get(random.nextInt(words.size()));
        char c =
                Character.isDigit(text.charAt(at))
                        ? (char) ('0' + random.nextInt(10))
                        : other.isEmpty() ? 'x' : other.charAt(random.nextInt(other.length()));
        return text.substring(0, at) + c + text.substring(at + 1);
    }
}
