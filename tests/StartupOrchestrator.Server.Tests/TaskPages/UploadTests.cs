using System.Net;
using System.Net.Sockets;
using System.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Server.Tests.TaskPages;

public sealed class UploadTests
{
    private static readonly (byte[] Content, string Word)[] Hostile =
    [
        ("MZ\x90\0\x03 this program cannot be run in DOS mode"u8.ToArray(), "not a PDF, JPEG or PNG"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "not a PDF, JPEG or PNG"),
        ("<html><script>alert(1)</script></html>"u8.ToArray(), "not a PDF, JPEG or PNG"),
        ("#!/bin/sh\nrm -rf /\n%PDF-1.4"u8.ToArray(), "not a PDF, JPEG or PNG"),
        ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "not a PDF, JPEG or PNG"),
        ([], "This file is empty"),
        ("%PD"u8.ToArray(), "not a PDF, JPEG or PNG"),
    ];

    [Fact]
    public async Task File_that_is_not_what_its_name_says_is_refused_with_a_clear_word()
    {
        await using var scene = await TaskScene.StartAsync();
        foreach (var (content, word) in Hostile)
        {
            var answer = await scene.SubmitAsync($"{scene.Link}?step=4", $"{scene.Link}/save?step=4", ("a.labCert", ("cv.pdf", content)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(word, answer.Html, StringComparison.Ordinal);
        }

        Assert.Empty((await scene.StateAsync()).Answers);
    }

    [Fact]
    public async Task File_name_is_made_safe_and_its_ending_true()
    {
        await using var scene = await TaskScene.StartAsync();
        foreach (var (name, kept) in new[] { ("../../../etc/passwd", "passwd.pdf"), ("evil.exe", "evil.exe.pdf"), ("Lebenslauf Müller.PDF", "Lebenslauf Müller.PDF") })
        {
            await scene.SubmitAsync($"{scene.Link}?step=4", $"{scene.Link}/save?step=4", ("a.labCert", (name, TaskPageFlowTests.Pdf)));
            Assert.Equal(kept, await scene.PersonalAsync((await scene.StateAsync()).Answers["labCert"].File!.Name));
        }
    }

    [Fact]
    public async Task File_over_the_limit_is_refused_and_answers_are_kept()
    {
        await using var scene = await TaskScene.StartAsync();
        await scene.SubmitAsync(scene.Link, $"{scene.Link}/save?step=1", ("a.stillPi", "yes"));
        var large = new byte[(20 * 1024 * 1024) + 10];
        TaskPageFlowTests.Pdf.CopyTo(large, 0);
        var answer = await scene.SubmitAsync($"{scene.Link}?step=4", $"{scene.Link}/save?step=4", ("a.labCert", ("big.pdf", large)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("larger than 20 MB", answer.Html, StringComparison.Ordinal);
        Assert.Equal(["stillPi"], (await scene.StateAsync()).Answers.Keys);
    }

    [Fact]
    public async Task Body_of_two_gigabytes_is_refused_before_it_is_sent()
    {
        await using var scene = await TaskScene.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, scene.Server.Address.Port, TestContext.Current.CancellationToken);
        var head = $"POST {scene.Link}/save?step=4 HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 2147483648\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream());

        Assert.Contains("413", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_to_sign_can_be_downloaded_and_the_signed_one_sent_back()
    {
        var blob = await NewTemplateAsync();
        await using var scene = blob.Scene;
        var page = await scene.GetAsync($"{scene.Link}?step=4");
        Assert.Contains("Print and sign it by hand", page.Html, StringComparison.Ordinal);

        using var file = await scene.Http.GetAsync($"{scene.Link}/template/labCert", TestContext.Current.CancellationToken);

        Assert.Equal(TaskPageFlowTests.Pdf, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
    }

    private static async Task<(TaskScene Scene, string Sha256)> NewTemplateAsync()
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TaskPageFlowTests.Pdf));
        var scene = await TaskScene.StartAsync(TaskScene.Form(new FileRef(sha256, new PersonalRef("template-name", "x"), TaskPageFlowTests.Pdf.Length, "application/pdf")));
        await scene.Server.Storage.Blobs.PutAsync(new MemoryStream(TaskPageFlowTests.Pdf), TestContext.Current.CancellationToken);
        return (scene, sha256);
    }
}
