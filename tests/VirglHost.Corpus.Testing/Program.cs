using VirglHost.OpenGL.Egl;

namespace VirglHost.Corpus.Testing;

/// <summary>
/// corpus-player FOLDER OUTPUT [--dump DIRECTORY] [NAME...]: runs the programs of FOLDER on the GL that the environment offers and writes what each left
/// behind to OUTPUT/NAME.txt. With --dump it is the compiler of the corpus: the server at the other end of virpipe puts TGSI into DIRECTORY, and each
/// program's becomes FOLDER/NAME.STAGE.tgsi, with what its shader key needs in NAME.STAGE.key.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        List<string> rest = [.. arguments];
        int dumpAt = rest.IndexOf("--dump");
        string? dump = dumpAt >= 0 ? rest[dumpAt + 1] : null;
        if (dump is not null) rest.RemoveRange(dumpAt, 2);
        if (rest.Count < 2)
        {
            Console.Error.WriteLine("corpus-player FOLDER OUTPUT [--dump DIRECTORY] [NAME...]");
            return 2;
        }

        using EglDisplay display = EglDisplay.OpenHeadless();
        using EglContext context = display.CreateContext();
        context.MakeCurrent();
        int failures = 0;
        foreach (CorpusProgram program in CorpusProgram.ReadAll(rest[0]).Where(program => rest.Count == 2 || rest.Contains(program.Name)))
        {
            try
            {
                display.OpenGl.Finish();
                if (dump is not null) Empty(dump);
                string result = CorpusRun.Play(display.OpenGl, program, out Dictionary<string, string> keys);
                File.WriteAllText(Path.Combine(rest[1], program.Name + ".txt"), result);
                if (dump is not null) Collect(program, keys, rest[0], dump);
            }
            catch (CorpusException fault)
            {
                failures++;
                Console.Error.WriteLine($"{program.Name}: {fault.Message}");
            }
        }

        return failures == 0 ? 0 : 1;
    }

    /// <summary>Before a program: a driver has shaders of its own that arrive when it likes.</summary>
    private static void Empty(string dump) => Array.ForEach(Directory.GetFiles(dump), File.Delete);

    /// <summary>Moves what the server dumped for one program beside its source.</summary>
    private static void Collect(CorpusProgram program, Dictionary<string, string> keys, string folder, string dump)
    {
        foreach ((string extension, string stage, _) in CorpusProgram.Stages)
        {
            string[] texts = Directory.GetFiles(dump, $"{stage}-*.tgsi");
            string target = Path.Combine(folder, $"{program.Name}.{extension}.tgsi");
            bool isExpected = program.Sources.Any(source => source.Extension == extension);
            if (!isExpected) continue;
            if (texts.Length != 1) throw new CorpusException($"{texts.Length} {stage} shaders arrived");
            File.Move(texts[0], target, overwrite: true);
            string keyFile = Path.ChangeExtension(target, ".key");
            File.Delete(keyFile);
            if (keys.TryGetValue(extension, out string? fields)) File.WriteAllText(keyFile, fields);
        }
    }
}
