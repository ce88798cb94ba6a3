using StartupOrchestrator.Correspondence.Links;

namespace StartupOrchestrator.Correspondence.Tests.Links;

public sealed class TaskLinkTests
{
    private static readonly TaskLinkKey Key = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void Link_is_the_same_for_the_same_task_person_and_generation_and_no_other()
    {
        var link = TaskLink.For(Key, "t1", "p1", 1).Token;

        Assert.Equal(link, TaskLink.For(Key, "t1", "p1", 1).Token);
        string[] others =
        [
            TaskLink.For(Key, "t1", "p1", 2).Token, TaskLink.For(Key, "t1", "p2", 1).Token, TaskLink.For(Key, "t2", "p1", 1).Token,
            TaskLink.For(new TaskLinkKey(new byte[32]), "t1", "p1", 1).Token, TaskLink.For(Key, "t1|2|p1", "1", 1).Token,
        ];
        Assert.DoesNotContain(link, others);
    }

    [Fact]
    public void Link_survives_the_way_through_an_address()
    {
        var link = TaskLink.For(Key, "abc.1-x", "p1", 1);
        var path = link.Address(new Uri("https://startup.example/")).AbsolutePath;

        Assert.True(TaskLink.TryParse(Uri.UnescapeDataString(path["/t/".Length..]), out var read));
        Assert.Equal("abc.1-x", read.Task);
        Assert.True(read.Matches(link.Hash));
    }

    [Fact]
    public void Link_with_any_bit_flipped_does_not_match()
    {
        var link = TaskLink.For(Key, "t1", "p1", 1);
        var token = link.Token;
        var accepted = 0;
        for (var i = 0; i < token.Length; i++)
        {
            for (var bit = 0; bit < 7; bit++)
            {
                var flipped = token.ToCharArray();
                flipped[i] = (char)(flipped[i] ^ (1 << bit));
                if (TaskLink.TryParse(new string(flipped), out var read) && read.Task == link.Task && read.Matches(link.Hash))
                {
                    accepted++;
                }
            }
        }

        Assert.Equal(0, accepted);
    }

    [Fact]
    public void Text_that_is_no_link_is_not_read()
    {
        var fuzz = new FuzzText();
        for (var i = 0; i < 2000; i++)
        {
            Assert.False(TaskLink.TryParse(fuzz.Next(), out _));
        }
    }

    [Fact]
    public void Link_shown_in_a_log_hides_its_secret()
    {
        var link = TaskLink.For(Key, "t1", "p1", 1);

        Assert.Equal("link to task/t1", $"{link}");
    }

    [Fact]
    public void Key_of_a_folder_stays_the_same_and_a_broken_one_is_not_overwritten()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var first = TaskLink.For(TaskLinkKey.InFolder(folder), "t", "p", 1).Token;
            Assert.Equal(first, TaskLink.For(TaskLinkKey.InFolder(folder), "t", "p", 1).Token);

            File.WriteAllText(Path.Combine(folder, "task-links.key"), "short");
            Assert.Throws<InvalidDataException>(() => TaskLinkKey.InFolder(folder));
            Assert.Equal("short", File.ReadAllText(Path.Combine(folder, "task-links.key")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
