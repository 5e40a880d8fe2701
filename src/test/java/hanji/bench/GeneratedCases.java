package hanji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Cases for the prompt `translate`, a hundred a file, with four assertions each that hold of the
/// answers written beside them.
final class GeneratedCases {

    private static final int IN_A_FILE = 100;

    private GeneratedCases() {}

    static void write(Path folder, int size) throws IOException {
        for (int file = 0; file * IN_A_FILE < size; file++) {
            StringBuilder cases = new StringBuilder();
            StringBuilder recordings = new StringBuilder("format: 1\nrecordings:\n");
            for (int i = file * IN_A_FILE; i < Math.min(size, (file + 1) * IN_A_FILE); i++) {
                cases.append(fixture(i));
                recordings.append(recording(i));
            }
            Files.writeString(folder.resolve("generated-%d.yaml".formatted(file)), cases);
            Files.writeString(
                    folder.resolve("generated-%d.recorded.yaml".formatted(file)), recordings);
        }
    }

    private static String fixture(int i) {
        return """
        - description: numbers and a name of case %1$d
          metadata:
            id: generated-%1$d
            prompt: translate
            tags: [generated]
            expect:
              - {type: preserves, of: request, what: [numbers, latin-terms]}
              - {type: length-ratio, min: 0.5, max: 4}
          vars:
            target: en
            language: English
            request: |-
              {"task":"translate","source":"ko","target":"en","title":"Paper %1$d","segments":[{"id":"1","text":"ModelNet-%1$d은 학습 속도를 %2$d.5배 높이고 메모리를 %3$d%% 줄입니다."},{"id":"2","text":"저자들은 데이터셋 %4$d개에서 기존 방법보다 나은 결과를 보고합니다."}],"context":[],"terms":[],"examples":[]}
          assert:
            - {type: contains, value: "ModelNet-%1$d"}
            - {type: regex, value: "\\\\d+\\\\.5 times"}
        """
                .formatted(i, 2 + i % 7, 10 + i % 80, 3 + i % 9);
    }

    private static String recording(int i) {
        return """
          generated-%1$d:
            response:
              text: |-
                {"translations":[{"id":"1","text":"ModelNet-%1$d speeds up training %2$d.5 times and cuts memory by %3$d%%."},{"id":"2","text":"On %4$d datasets the authors report better results than earlier methods."}]}
        """
                .formatted(i, 2 + i % 7, 10 + i % 80, 3 + i % 9)
                .indent(2);
    }
}
