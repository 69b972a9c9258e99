@echo off
rem 安居 @VERSION@ 离线安装：install.bat [安装到的文件夹，默认是个人目录下的 anju]
setlocal
set "HERE=%~dp0"
set "TARGET=%~1"
if "%TARGET%"=="" set "TARGET=%USERPROFILE%\anju"

set "PY="
py -@PYTHON@ -c "import venv" >nul 2>nul && set "PY=py -@PYTHON@"
if not defined PY python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@PYTHON@')" >nul 2>nul && set "PY=python"
if not defined PY (
    echo 没有找到 Python @PYTHON@：请先安装 64 位的 Python @PYTHON@，安装时勾选加入 PATH。
    pause
    exit /b 2
)

if exist "%TARGET%" if not exist "%TARGET%\pyvenv.cfg" (
    echo %TARGET% 已经存在，而且不是安居的安装文件夹：请换一个位置，写在命令后面。
    pause
    exit /b 2
)
%PY% -m venv --clear "%TARGET%" || goto failed
"%TARGET%\Scripts\python.exe" -m pip install --quiet --no-index --find-links "%HERE%wheels" --require-hashes -r "%HERE%requirements.txt" || goto failed
echo 安居 @VERSION@ 已装好。试一试："%TARGET%\Scripts\anju.exe" demo
pause
exit /b 0

:failed
echo 没有装成。请把上面的提示发给维护人员。
pause
exit /b 1
